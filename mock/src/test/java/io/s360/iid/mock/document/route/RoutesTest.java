package io.s360.iid.mock.document.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RoutesTest {

    private final Routes<String> routes = new Routes<>();

    private String valueAt(String path) {
        Match<String> match = routes.at(path, "", "GET").get("GET");
        return match == null ? "nothing" : match.value() + match.values();
    }

    private void add(String... templates) {
        for (String template : templates) {
            routes.add("GET", template, template);
        }
    }

    @Test
    void prefersTextToParameters() {
        add("/users/{id}", "/users/me", "/{kind}/me");

        assertThat(valueAt("/users/me")).isEqualTo("/users/me{}");
        assertThat(valueAt("/users/7")).isEqualTo("/users/{id}{id=7}");
        assertThat(valueAt("/teams/me")).isEqualTo("/{kind}/me{kind=teams}");
    }

    @Test
    void turnsBackWhereTextLeadsNowhere() {
        add("/users/me/mail", "/users/{id}/posts");

        assertThat(valueAt("/users/me/posts")).isEqualTo("/users/{id}/posts{id=me}");
    }

    @Test
    void understandsStepsThatMixTextAndParameters() {
        add("/files/{name}.json", "/files/{name}", "/range/{from}:{to}", "/at(id={id})");

        assertThat(valueAt("/files/a.json")).isEqualTo("/files/{name}.json{name=a}");
        assertThat(valueAt("/files/a.xml")).isEqualTo("/files/{name}{name=a.xml}");
        assertThat(valueAt("/range/1:2")).isEqualTo("/range/{from}:{to}{from=1, to=2}");
        assertThat(valueAt("/at(id=5)")).isEqualTo("/at(id={id}){id=5}");
    }

    @Test
    void decodesSteps() {
        add("/files/{name}");

        assertThat(valueAt("/files/a%2Fb%20c+d")).isEqualTo("/files/{name}{name=a/b c+d}");
    }

    @Test
    void takesNoEmptyParameter() {
        add("/files/{name}", "/files/");

        assertThat(valueAt("/files/")).isEqualTo("/files/{}");
        assertThat(valueAt("/files//x")).isEqualTo("nothing");
    }

    @Test
    void namesParametersAsTheTemplateOfTheMethodDoes() {
        routes.add("GET", "/a/{one}", "get");
        routes.add("PUT", "/a/{other}", "put");

        Map<String, Match<String>> found = routes.at("/a/5", "", "PUT");

        assertThat(found.get("PUT").values()).containsExactly(Map.entry("other", "5"));
        assertThat(found.get("GET").values()).containsExactly(Map.entry("one", "5"));
    }

    @Test
    void prefersTemplateThatHasTheMethod() {
        routes.add("GET", "/users/{id}", "one");
        routes.add("POST", "/users/me", "mine");

        assertThat(routes.at("/users/me", "", "GET").get("GET").value()).isEqualTo("one");
        assertThat(routes.at("/users/me", "", "DELETE")).containsOnlyKeys("POST");
    }

    @Test
    void tellsTemplatesApartByTheirQuery() {
        routes.add("GET", "/answers", "plain");
        routes.add("GET", "/answers?beta=true", "beta");

        assertThat(routes.at("/answers", "x=1&beta=true", "GET").get("GET").value())
                .isEqualTo("beta");
        assertThat(routes.at("/answers", "beta=false", "GET").get("GET").value())
                .isEqualTo("plain");
    }

    @Test
    void saysWhatCannotBeReached() {
        assertThat(routes.add("GET", "/a/{x}", "first")).isTrue();
        assertThat(routes.add("GET", "/a/{y}", "second")).isFalse();
        assertThat(routes.add("PUT", "/a/{y}", "third")).isTrue();
    }

    @Test
    void knowsThePathThatWasMeant() {
        add("/users/{id}/posts", "/users", "/teams/{id}/members");

        assertThat(routes.nearest("/user/5/posts")).contains("/users/{id}/posts");
        assertThat(routes.nearest("/users/")).contains("/users");
        assertThat(routes.nearest("/completely/different/thing")).isEmpty();
    }
}
