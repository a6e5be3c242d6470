package io.s360.iid.mock.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageTest extends OnStage {

    @Test
    void speaksArabicFromTheRight() {
        ConsolePage page = open("sessions");
        page.until(() -> !page.all(".cycle").isEmpty());

        page.click("#language");

        page.untilText("#tab-requests", "الطلبات");
        assertThat(page.find("html").getDomAttribute("dir")).isEqualTo("rtl");
        assertThat(page.find("html").getDomAttribute("lang")).isEqualTo("ar");
        assertThat(page.text("#panel-sessions")).contains("دورة الحياة", "المتبقي");
        assertThat(page.find("#panel-sessions code").getCssValue("direction")).isEqualTo("ltr");
        assertThat(page.browser().getCurrentUrl()).contains("lang=ar");
    }

    @Test
    void remembersLanguage() {
        ConsolePage page = open("requests");
        page.click("#language");
        page.until(() -> "rtl".equals(page.find("html").getDomAttribute("dir")));

        page.browser().get(stage().base() + Console.ROOT);

        page.untilText("#tab-clock", "الساعة");
    }
}
