package io.s360.iid.verify.report;

import io.s360.iid.verify.exchange.Exchange;
import io.s360.iid.verify.exchange.Request;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What to type in a shell to send the same requests again, in one line. What an answer gave and a later request used is
 * taken from the new answer; what is secret is taken from the environment.
 */
public final class Curl {

    private final URI base;
    private final Secrets secrets;
    private final Map<String, String> variables = new LinkedHashMap<>();

    /** @param secrets names of environment variables by the values that must not be shown */
    public Curl(URI base, Map<String, String> secrets) {
        this(base, new Secrets(secrets));
    }

    /** Lines for an address, in which no secret stands. */
    public Curl(URI base, Secrets secrets) {
        this.base = base;
        this.secrets = secrets;
    }

    /** The exchanges in their order; the last one shows its answer. */
    public String line(List<Exchange> exchanges) {
        List<String> commands = new ArrayList<>();
        for (int at = 0; at < exchanges.size(); at++) {
            boolean last = at == exchanges.size() - 1;
            int same = last ? 1 : countSame(exchanges, at);
            String command = command(exchanges.get(at).request(), last ? "-i" : "-s");
            commands.add(
                    last
                            ? command
                            : setUp(command, exchanges.get(at), exchanges.subList(at + same, exchanges.size()), same));
            at += same - 1;
        }
        return String.join("; ", commands);
    }

    /** A command for each of the exchanges, in their order; only the last one shows its answer. */
    public List<String> commands(List<Exchange> exchanges) {
        List<String> commands = new ArrayList<>();
        for (int at = 0; at < exchanges.size() - 1; at++) {
            String command = command(exchanges.get(at).request(), "-s");
            commands.add(setUp(command, exchanges.get(at), exchanges.subList(at + 1, exchanges.size()), 1));
        }
        exchanges.stream().skip(commands.size()).forEach(last -> commands.add(command(last.request(), "-i")));
        return commands;
    }

    private static int countSame(List<Exchange> exchanges, int from) {
        int same = 1;
        while (from + same < exchanges.size() - 1 && isSame(exchanges.get(from), exchanges.get(from + same))) {
            same++;
        }
        return same;
    }

    private static boolean isSame(Exchange one, Exchange other) {
        return one.request().target().equals(other.request().target())
                && Arrays.equals(one.request().body(), other.request().body());
    }

    /** A command whose answer is not shown; what the later requests need of it goes into a variable. */
    private String setUp(String command, Exchange exchange, List<Exchange> later, int times) {
        if (times > 1) {
            return "for i in $(seq " + times + "); do " + command + " >/dev/null; done";
        }
        JsonNode data = exchange.response().json();
        for (Map.Entry<String, JsonNode> member : data == null
                ? List.<Map.Entry<String, JsonNode>>of()
                : List.copyOf(data.path("data").properties())) {
            String value = member.getValue().asString("");
            boolean used = value.length() > 8
                    && later.stream().anyMatch(next -> next.request().text().contains(value))
                    && !exchange.request().text().contains(value);
            if (used) {
                String name = member.getKey() + (variables.isEmpty() ? "" : String.valueOf(variables.size() + 1));
                variables.put(value, name);
                return name + "=$(" + command + " | sed 's/.*\"" + member.getKey() + "\":\"\\([^\"]*\\)\".*/\\1/')";
            }
        }
        return command + " >/dev/null";
    }

    private String command(Request request, String option) {
        StringBuilder command = new StringBuilder();
        boolean isText = isUtf8(request.body());
        if (!isText) {
            String spelt = secrets.hide(printf(request.body()), Curl::shellVariable);
            command.append("printf '").append(spelt).append("' | ");
        }
        command.append("curl ")
                .append(option)
                .append(request.method().equals("HEAD") ? " --head" : " -X " + request.method());
        command.append(" --path-as-is ").append(quoted(base.toString().replaceAll("/$", "") + request.target()));
        for (Request.Header header : request.headers()) {
            command.append(" -H ")
                    .append(quoted(header.name() + (header.value().isEmpty() ? ";" : ": " + header.value())));
        }
        if (request.header("Content-Type").isEmpty()) {
            command.append(" -H 'Content-Type:'");
        }
        if (request.body().length > 0) {
            command.append(" --data-binary ").append(isText ? quoted(request.text()) : "@-");
        }
        return command.toString();
    }

    private static boolean isUtf8(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(body))
                            .toString()
                            .indexOf('\0')
                    < 0;
        } catch (CharacterCodingException notText) {
            return false;
        }
    }

    /** In the format language of printf, within single quotes; what can be read stays readable, so that secrets are seen. */
    private static String printf(byte[] body) {
        StringBuilder text = new StringBuilder();
        for (byte each : body) {
            boolean isPlain = each >= ' ' && each < 0x7f && "'\\%".indexOf(each) < 0;
            text.append(isPlain ? String.valueOf((char) each) : String.format("\\%03o", each & 0xff));
        }
        return text.toString();
    }

    /** In single quotes, out of which variables look. */
    private String quoted(String text) {
        String quoted = secrets.hide("'" + text.replace("'", "'\\''") + "'", Curl::shellVariable);
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            quoted = whole(variable.getKey())
                    .matcher(quoted)
                    .replaceAll(Matcher.quoteReplacement(shellVariable(variable.getValue())));
        }
        return quoted;
    }

    /** Not within a longer word. */
    private static Pattern whole(String text) {
        return Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(text) + "(?![A-Za-z0-9])");
    }

    private static String shellVariable(String name) {
        return "'\"$" + name + "\"'";
    }
}
