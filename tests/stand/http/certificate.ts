import { generate } from 'selfsigned';

/** A certificate for this run alone; browsers are told to accept it. */
export async function createCertificate(): Promise<{ key: string; cert: string }> {
  const names = ['localhost', '*.vk.me', '*.vk.ru', '*.vk.com', 'sferum.ru', '*.sferum.ru', '*.r-19.ru'];
  const pems = await generate([{ name: 'commonName', value: 'stand' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    // The stand's clock may be moved by years; the certificate must not expire with it.
    notBeforeDate: new Date('2020-01-01'),
    notAfterDate: new Date('2040-01-01'),
    extensions: [{ name: 'subjectAltName', altNames: names.map((value) => ({ type: 2, value })) }],
  });
  return { key: pems.private, cert: pems.cert };
}
