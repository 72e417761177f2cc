import type { Day } from '#kernel/day.ts';
import { renderPdf, type House } from '#platform/pdf/typst.ts';

const template = `#import "/letterhead.typ": *
#show: letter.with(title: data.title, reference: data.title, of-office: true)
#national-heading(issuer: house.office, number: "Số: …", place-and-day: place-and-day(data.day))
#document-title("MẪU VĂN BẢN", sub: "để xem trước phần đầu và phần ký")
#for text in data.texts { par(text) }
#house-signature()`;

/** A letter that says nothing: how the head, the place and the signature will look on all of them. */
export function letterheadSample(house: House, on: Day): Promise<Uint8Array> {
  const [year, month, day] = on.split('-');
  const data = {
    title: 'Mẫu văn bản',
    day: `ngày ${day} tháng ${month} năm ${year}`,
    texts: [
      'Văn bản này không có giá trị. Nó cho thấy tên cơ quan, biểu trưng, địa chỉ, địa danh và nơi ký như sẽ in trên mọi tài liệu của hệ thống.',
      'Tài liệu của hợp tác xã, như hợp đồng hay hồ sơ vay vốn, vẫn mang tên hợp tác xã ở phần nơi phát hành; tên cơ quan quản lý đứng ở đầu trang.',
    ],
  };
  return renderPdf({ template, data, house });
}
