import { buildWebIfStale } from '#app/web-build.ts';

console.log((await buildWebIfStale()) ? 'web app built' : 'web app is up to date');
