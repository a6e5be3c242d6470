package io.s360.iid.mock.journal;

import io.s360.iid.contract.source.Place;
import io.s360.iid.mock.refusal.Account;
import io.s360.iid.mock.refusal.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entry as bytes: one object in the place of dozens, which a collector would copy again and again while they are kept. */
@SuppressWarnings("ArrayRecordComponent") // entries are kept, never compared
record PackedEntry(byte[] bytes) {

    private static final int USUAL = 1_024;
    private static final int NOTHING = -1;

    static PackedEntry of(Entry entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(entry.number());
            Instant at = entry.at();
            out.writeLong(at.getEpochSecond());
            out.writeInt(at.getNano());
            out.writeInt(entry.status());
            out.writeBoolean(entry.throughStubs());
            for (String text : new String[] {
                entry.tenant(), entry.method(), entry.path(), entry.body(), entry.answerBody(), entry.traceId()
            }) {
                write(text, out);
            }
            write(entry.headers(), out);
            write(entry.answerHeaders(), out);
            write(entry.account(), out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new PackedEntry(bytes.toByteArray());
    }

    Entry unpacked() {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            long number = in.readLong();
            Instant at = Instant.ofEpochSecond(in.readLong(), in.readInt());
            int status = in.readInt();
            boolean throughStubs = in.readBoolean();
            String tenant = text(in);
            String method = text(in);
            String path = text(in);
            String body = text(in);
            String answerBody = text(in);
            String traceId = text(in);
            Map<String, String> headers = texts(in);
            Map<String, String> answerHeaders = texts(in);
            Account account = account(in);
            return new Entry(
                    tenant,
                    number,
                    at,
                    method,
                    path,
                    headers,
                    body,
                    status,
                    answerHeaders,
                    answerBody,
                    traceId,
                    account,
                    throughStubs);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void write(Account account, DataOutputStream out) throws IOException {
        write(account.kind().name(), out);
        write(account.operation(), out);
        write(account.answer(), out);
        write(account.curl(), out);
        out.writeInt(account.reasons().size());
        for (Reason reason : account.reasons()) {
            write(reason.where(), out);
            write(reason.rule(), out);
            write(reason.message(), out);
            write(reason.expected(), out);
            write(reason.got(), out);
            Place place = reason.place();
            write(place == null ? null : place.file(), out);
            out.writeInt(place == null ? 0 : place.line());
        }
    }

    private static Account account(DataInputStream in) throws IOException {
        Account.Kind kind = Account.Kind.valueOf(text(in));
        String operation = textOrNull(in);
        String answer = textOrNull(in);
        String curl = textOrNull(in);
        List<Reason> reasons = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            reasons.add(new Reason(text(in), text(in), text(in), textOrNull(in), textOrNull(in), place(in)));
        }
        return new Account(kind, operation, answer, reasons, curl);
    }

    private static @Nullable Place place(DataInputStream in) throws IOException {
        String file = textOrNull(in);
        int line = in.readInt();
        return file == null ? null : new Place(file, line);
    }

    private static void write(Map<String, String> texts, DataOutputStream out) throws IOException {
        out.writeInt(texts.size());
        for (Map.Entry<String, String> text : texts.entrySet()) {
            write(text.getKey(), out);
            write(text.getValue(), out);
        }
    }

    private static Map<String, String> texts(DataInputStream in) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.put(text(in), text(in));
        }
        return texts;
    }

    private static void write(@Nullable String text, DataOutputStream out) throws IOException {
        if (text == null) {
            out.writeInt(NOTHING);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static String text(DataInputStream in) throws IOException {
        String text = textOrNull(in);
        if (text == null) {
            throw new IOException("a text is missing");
        }
        return text;
    }

    private static @Nullable String textOrNull(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length == NOTHING ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
