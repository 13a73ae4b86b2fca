import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText, readHtml } from '@/lib/html/readHtml';
import { growthOf, steepest } from '@/tests/unit/lib/growth';

describe('what a browser would show', () => {
  it.each([
    ['named references', '&laquo;Весна&raquo; &mdash; 5&deg;C&hellip;', '«Весна» — 5°C…'],
    ['numeric references', '&#1059;&#x440;ок &#38;lt; 5', 'Урок &lt; 5'],
    ['a reference without its end', 'a &copy b &amp c', 'a © b & c'],
    ['what is no reference', 'Q&A, AT&T; &nope; &', 'Q&A, AT&T; &nope; &'],
    ['a character that is none', '&#x110000;a&#0;b', '\ufffda\ufffdb'],
    ['a comment', 'до<!-- § 5 > 6 --> после', 'до после'],
    [
      'Word’s comments',
      '<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--><p class=MsoNormal>Упр. 5<o:p></o:p></p>',
      'Упр. 5',
    ],
    ['Word’s other comments', '<![if !supportLists]>1. <![endif]>Упр. 5', '1. Упр. 5'],
    ['a style sheet', '<style>p { color: red } /* <b> */</style>Упр. 5', 'Упр. 5'],
    ['a style sheet without its end', 'Упр. 5<style>p {', 'Упр. 5'],
    ['a script', 'a<script>if (1<2) "</p>"</script>b', 'a b'],
    ['a template', 'a<template>x<template>y</template>z</template>b', 'a b'],
    ['a bracket in an attribute', '<span title="a > b">Упр. 5</span>', 'Упр. 5'],
    ['an attribute without quotes', '<p align=left data-x=a/b>Упр. 5', 'Упр. 5'],
    ['signs that are no tags', '2 < 3 и 5 > 4, <3', '2 < 3 и 5 > 4, <3'],
    ['blocks and breaks', '<p>Учить</p><p>§ 5<br>§ 6</p>', 'Учить § 5 § 6'],
    ['marks inside a word', 'Уп<b>раж</b><span>не\u200bние&shy;</span>', 'Упражнение'],
    ['a tag that does not end', 'a <b', 'a'],
    ['plain text', '  Упр.\u00a05,\n№ 6  ', 'Упр. 5, № 6'],
  ])('%s', (_name, html, text) => {
    expect(plainText(html)).toBe(text);
  });

  it.each([
    ['<a href="https://vk.com/call/join/x?a=1&amp;b=2">сюда</a>', ['https://vk.com/call/join/x?a=1&b=2']],
    ["<A HREF='vk.com/x' class=a>1</A> <a class=b href=https://max.ru/y>2</a>", ['vk.com/x', 'https://max.ru/y']],
    ['<a href="a\u200bb">1</a><a name="c">2</a><b href="d">3</b>', ['ab']],
    ['<https://vk.com/call/join/x> и <vk.com/y>', ['https://vk.com/call/join/x', 'vk.com/y']],
    ['<!-- <a href="x">--><script><a href="y"></script><template><a href="z"></a></template>', []],
  ])('the addresses of %s', (html, hrefs) => {
    expect(readHtml(html).hrefs).toEqual(hrefs);
  });
});

it.each([
  '<a',
  '<a ',
  '<b>',
  '<',
  '&',
  '&#',
  '<!--',
  '<a href="',
  '<a href=x ',
  '</p>',
  '<p></b>',
  '<template>',
  '<script>',
  '\u200b',
  ' ',
])('80 kB of «%s» are read in four times as long as 20 kB', (part) => {
  const read = (times: number) => {
    const html = part.repeat((20_000 * times) / part.length);
    readHtml(html);
    readHtml(`&amp;${html}`);
  };
  expect(growthOf(read)).toBeLessThan(steepest);
});

it('never throws, and what it gives holds no invisible character', () => {
  const part = fc.constantFrom(
    '<a href="',
    '"',
    '>',
    '<b',
    '</',
    '<!--',
    '-->',
    '&amp',
    ';',
    '&#x',
    'текст',
    '\u200b',
    '<style>',
    ' ',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(part).map((parts) => parts.join('')),
      ),
      (html) => {
        const { text, hrefs } = readHtml(html);
        for (const one of [text, ...hrefs]) expect(one).not.toMatch(/[\u00ad\u200b-\u200f]|\s\s/);
      },
    ),
  );
});
