package io.onsale.standalone.pages;

/** What is asked of any page, as scripts that run in it. */
final class PageChecks {
    private PageChecks() {}

    /** Texts whose contrast is less than WCAG AA wants, with the contrast they have. */
    static final String FAINT_TEXTS = """
            () => {
                const rgb = text => (text.match(/[\\d.]+/g) ?? []).map(Number);
                const light = ([r, g, b]) => [r, g, b]
                    .map(part => part / 255)
                    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
                    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
                const behind = element => {
                    for (let each = element; each; each = each.parentElement) {
                        const colour = rgb(getComputedStyle(each).backgroundColor);
                        if (colour.length === 3 || colour[3] === 1) {
                            return colour;
                        }
                    }
                    return [255, 255, 255];
                };
                const faint = [];
                const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                while (texts.nextNode()) {
                    const element = texts.currentNode.parentElement;
                    const style = getComputedStyle(element);
                    if (!texts.currentNode.data.trim() || !element.checkVisibility() || element.closest('noscript, .skip')) {
                        continue;
                    }
                    const ink = light(rgb(element instanceof SVGElement ? style.fill : style.color));
                    const paper = light(behind(element));
                    const contrast = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
                    const size = parseFloat(style.fontSize);
                    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
                    if (contrast < (large ? 3 : 4.5)) {
                        faint.push(`${texts.currentNode.data.trim()}: ${contrast.toFixed(2)}`);
                    }
                }
                return faint;
            }""";

    /** Elements that people act on or that stand for something, and that have no name. */
    static final String NAMELESS = """
            () => [...document.querySelectorAll('a, button, select, input, img, [role="img"], [role="group"], [role="region"], [tabindex="0"]')]
                .filter(element => element.checkVisibility())
                .filter(element => !(
                    element.getAttribute('aria-label') ||
                    document.getElementById(element.getAttribute('aria-labelledby'))?.textContent.trim() ||
                    element.hasAttribute('alt') ||
                    [...(element.labels ?? [])].some(label => label.textContent.trim()) ||
                    element.textContent.trim()))
                .map(element => element.outerHTML.slice(0, 120))""";

    /** Whether people see where the focus is. */
    static final String FOCUS_IS_SEEN = """
            () => {
                const style = getComputedStyle(document.activeElement);
                return document.activeElement !== document.body && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
            }""";
}
