package io.s360.iid.mock.lifecycle;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Resource;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How keys are compared: UUIDs in their canonical lower case, all others as they are. */
final class Keys {

    private final Set<String> uuids;

    Keys(Contract contract) {
        uuids = contract.lifecycle().resources().values().stream()
                .map(Resource::key)
                .filter(key -> key != null && isUuid(contract, key))
                .collect(Collectors.toUnmodifiableSet());
    }

    String canonical(Resource kind, String key) {
        return isUuid(kind.key()) ? key.toLowerCase(Locale.ROOT) : key;
    }

    private boolean isUuid(@Nullable String key) {
        return key != null && uuids.contains(key);
    }

    private static boolean isUuid(Contract contract, String key) {
        return contract.operations().stream()
                .anyMatch(operation -> operation
                        .requestSchema()
                        .find("properties")
                        .flatMap(members -> members.find(key))
                        .flatMap(member -> member.find("format"))
                        .filter(format -> format.text().equals("uuid"))
                        .isPresent());
    }
}
