package io.s360.iid.mock.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThousandOperationsTest {

    private static final int MANY = 1_000;

    @TempDir
    private Path folder;

    private OpenDocument document(int operations) {
        String paths = IntStream.range(0, operations)
                .mapToObj(number -> """
                        "/things%d/{id}/parts/{part}": {"get": {"operationId": "part%d", "responses": {"200": {
                          "description": "ok", "content": {"application/json": {
                            "schema": {"$ref": "#/components/schemas/Part"}}}}}}}
                        """.formatted(number, number))
                .collect(Collectors.joining(","));
        String text = """
                {"openapi": "3.1.0", "info": {"title": "Many", "version": "1"}, "paths": {%s},
                 "components": {"schemas": {"Part": {"type": "object", "required": ["id", "parts"], "properties": {
                   "id": {"type": ["string", "null"], "pattern": "^[a-z]{3}$"},
                   "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Part"}}}}}}}
                """.formatted(paths);
        return OpenDocument.read(Asking.file(folder, operations + ".json", text), 1);
    }

    @Test
    void servesAll() {
        OpenDocument document = document(MANY);

        assertThat(document.unsupported()).isEmpty();
        for (int number = 0; number < MANY; number++) {
            DocumentAnswer answer = Asking.to(document).get("/things" + number + "/7/parts/8");
            assertThat(answer.operation()).isEqualTo("part" + number);
            assertThat(Asking.json(answer).get("id").stringValue()).matches("[a-z]{3}");
        }
    }

    /** The fastest of many, which neither a busy machine nor the collector can spoil; a scan would cost a hundredfold. */
    @Test
    void takesNoLongerAmongThousandThanAmongTen() {
        OpenDocument few = document(10);
        OpenDocument many = document(MANY);

        long ofFew = fastestOfMany(few, 9);
        long ofMany = fastestOfMany(many, MANY - 1);

        assertThat(ofMany).isLessThan(5 * ofFew);
    }

    private static long fastestOfMany(OpenDocument document, int number) {
        String path = "/things" + number + "/7/parts/8";
        long fastest = Long.MAX_VALUE;
        for (int round = 0; round < 2_000; round++) {
            long start = System.nanoTime();
            DocumentAnswer answer = Asking.to(document).get(path);
            fastest = Math.min(fastest, System.nanoTime() - start);
            assertThat(answer.status()).isEqualTo(200);
        }
        return fastest;
    }
}
