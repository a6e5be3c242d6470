package io.s360.iid.verify.cases;

import io.s360.iid.verify.exchange.Request;
import java.util.List;
import java.util.Locale;

/** Letter cases in which the names of headers are the same names. */
enum HeaderCase {
    LOWER {
        @Override
        String of(String name) {
            return name.toLowerCase(Locale.ROOT);
        }
    },
    UPPER {
        @Override
        String of(String name) {
            return name.toUpperCase(Locale.ROOT);
        }
    },
    SWAPPED {
        @Override
        String of(String name) {
            StringBuilder swapped = new StringBuilder();
            name.chars()
                    .map(each ->
                            Character.isUpperCase(each) ? Character.toLowerCase(each) : Character.toUpperCase(each))
                    .forEach(swapped::appendCodePoint);
            return swapped.toString();
        }
    };

    abstract String of(String name);

    /** The same request, with all names of headers in this letter case. */
    Request of(Request request) {
        List<Request.Header> headers = request.headers().stream()
                .map(header -> new Request.Header(of(header.name()), header.value()))
                .toList();
        return new Request(request.method(), request.target(), headers, request.body());
    }
}
