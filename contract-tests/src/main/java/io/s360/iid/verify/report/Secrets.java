package io.s360.iid.verify.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What no output may show, and the environment variable that stands in the place of each. */
public final class Secrets {

    /** A secret of so few characters stands in many a word by chance. */
    private static final int SHORT = 8;

    private final Map<Pattern, String> names = new LinkedHashMap<>();

    /** @param names of environment variables, by the values that must not be shown */
    public Secrets(Map<String, String> names) {
        names.entrySet().stream()
                .filter(secret -> !secret.getKey().isBlank())
                .sorted(Comparator.comparingInt(
                        secret -> -secret.getKey().length())) // a secret may be a part of another one
                .forEach(secret -> this.names.put(pattern(secret.getKey()), secret.getValue()));
    }

    /** In either letter case, and however often it was written as JSON, in a URL or in single quotes of a shell. */
    private static Pattern pattern(String secret) {
        String found = secret.codePoints().mapToObj(Secrets::spellings).collect(Collectors.joining("\\\\*"));
        return Pattern.compile(
                secret.length() < SHORT ? "(?<![A-Za-z0-9])" + found + "(?![A-Za-z0-9])" : found,
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String spellings(int point) {
        String plain = Character.toString(point);
        if (point < 0x80 && Character.isLetterOrDigit(point)) {
            return plain;
        }
        String literal = plain.equals("\\") ? "\\\\+" : Pattern.quote(plain);
        String inUrl = Pattern.quote(URLEncoder.encode(plain, StandardCharsets.UTF_8));
        String inJson = String.format("\\\\+u%04x", point);
        String inShell = plain.equals("'") ? "'\\\\+''|" : "";
        return "(?:" + inShell + literal + "|" + inUrl + "|" + inJson + ")";
    }

    /** The text with the name of a variable, after a dollar sign, where a secret stood. */
    public String hide(String text) {
        return hide(text, name -> "$" + name);
    }

    /** The text with something else where a secret stood, made of the name of its variable. */
    String hide(String text, UnaryOperator<String> shown) {
        String hidden = text;
        for (Map.Entry<Pattern, String> secret : names.entrySet()) {
            hidden = secret.getKey()
                    .matcher(hidden)
                    .replaceAll(Matcher.quoteReplacement(shown.apply(secret.getValue())));
        }
        return hidden;
    }
}
