import './registry/duplicates.bench.ts';
