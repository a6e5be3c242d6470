package io.s360.iid.verify.paper;

import java.util.List;
import org.openqa.selenium.chrome.ChromeDriver;

/** Measures in the browser how well each visible text stands out from what is behind it (WCAG 2, success criterion 1.4.3). */
final class Contrast {

    private static final String MEASURE = """
            const least = 4.5;
            const numbers = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
            const light = (colour) => numbers(colour).slice(0, 3)
                .map((part) => part / 255)
                .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
                .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
            const isSolid = (colour) => (numbers(colour)[3] ?? 1) === 1 && colour !== 'none';
            function ground(element) {
              if (element.classList.contains('state-name')) return getComputedStyle(element.previousElementSibling).fill;
              for (let at = element; at; at = at.parentElement) {
                const colour = getComputedStyle(at).backgroundColor;
                if (isSolid(colour)) return colour;
                if (numbers(colour)[3] > 0) throw new Error('half transparent: ' + at.className);
              }
              return 'rgb(255, 255, 255)';
            }
            function isSeen(element) {
              const box = element.getBoundingClientRect();
              return box.width > 1 && box.height > 1 && element.checkVisibility({visibilityProperty: true}) && !element.closest('.unseen, noscript');
            }
            const ownText = (element) => [...element.childNodes]
                .filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data.trim()).join(' ').trim();
            const texts = [...document.body.querySelectorAll('*')].filter((element) => ownText(element) !== '' && isSeen(element))
                .map((element) => ({element, text: ownText(element), colour: getComputedStyle(element)[element instanceof SVGElement ? 'fill' : 'color']}));
            const hints = [...document.body.querySelectorAll('[placeholder]')].filter(isSeen)
                .map((element) => ({element, text: element.placeholder, colour: getComputedStyle(element, '::placeholder').color}));
            const ratio = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
            if (texts.length < 10) throw new Error('nothing to measure');
            return [...texts, ...hints]
                .map((part) => ({...part, ratio: ratio(light(part.colour), light(ground(part.element)))}))
                .filter((part) => part.ratio < least)
                .map((part) => `${part.ratio.toFixed(2)} ${part.text.slice(0, 40)} ${part.colour}`);
            """;

    private Contrast() {}

    /** Each text with less than 4.5 to 1. */
    static List<?> poorTexts(ChromeDriver browser) {
        return (List<?>) browser.executeScript(MEASURE);
    }
}
