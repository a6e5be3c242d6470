package io.s360.iid.verify.judge;

import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Decision;
import io.s360.iid.contract.Resource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What one call makes several of: all of them, each with an id of its own, numbered without gaps. */
final class ListRules {

    private static final String EACH = "/*/";

    private final Contract contract;

    ListRules(Contract contract) {
        this.contract = contract;
    }

    void check(Scene scene, Decision decision, List<Deviation> found) {
        decision.live().forEach((pointer, live) -> {
            Resource resource = contract.lifecycle().resource(live.resource());
            int made = scene.lastRequest()
                    .path(String.valueOf(resource.listedIn()))
                    .size();
            if (resource.listedIn() == null) {
                return;
            }
            if (live.attribute().equals("count")) {
                JsonNode count = scene.lastResponse().at(pointer);
                if (count.asInt(-1) != made) {
                    found.add(LiveJudge.deviation(pointer, String.valueOf(made), count));
                }
            } else if (pointer.contains(EACH)) {
                checkEach(scene, resource, pointer, live.attribute(), made, found);
            }
        });
    }

    private static void checkEach(
            Scene scene, Resource resource, String pointer, String attribute, int made, List<Deviation> found) {
        int star = pointer.indexOf(EACH);
        String before = pointer.substring(0, star);
        String behind = pointer.substring(star + EACH.length() - 1);
        JsonNode list = scene.lastResponse().at(before);
        if (list.size() != made) {
            found.add(new Deviation("body " + before, made + " of them", String.valueOf(list.size())));
            return;
        }
        Set<JsonNode> seen = new HashSet<>();
        int first = first(scene, resource, list, behind);
        for (int at = 0; at < made; at++) {
            JsonNode value = list.get(at).at(behind);
            String place = before + "/" + at + behind;
            if (attribute.equals("sequence") && value.asInt(-1) != first + at) {
                found.add(LiveJudge.deviation(place, String.valueOf(first + at), value));
            } else if (attribute.equals("id") && !seen.add(value)) {
                found.add(LiveJudge.deviation(place, "an id of its own", value));
            }
        }
    }

    /** Known if what encloses them was made in this scene; otherwise the answer itself says where it begins. */
    private static int first(Scene scene, Resource resource, JsonNode list, String behind) {
        String parent = String.valueOf(resource.within());
        String key = scene.lastKey(parent);
        boolean isKnown = key != null && scene.madeAt(parent, key) >= 0;
        return isKnown && key != null
                ? scene.madeBefore(resource, parent, key) + 1
                : list.path(0).at(behind).asInt(1);
    }
}
