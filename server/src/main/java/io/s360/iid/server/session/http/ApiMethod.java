package io.s360.iid.server.session.http;

import io.s360.iid.api.IidAuthorizationApi;
import io.s360.iid.contract.Contract;
import io.s360.iid.contract.Operation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/** A method of the generated interface: its first parameter is the body; what follows are headers that the filters have read. */
final class ApiMethod {

    private final IidAuthorizationApi api;
    private final Method method;

    private ApiMethod(IidAuthorizationApi api, Method method) {
        this.api = api;
        this.method = method;
    }

    /** Those of the operations of a contract, by the ids of these. */
    static Map<String, ApiMethod> of(IidAuthorizationApi api, Contract contract) {
        Map<String, ApiMethod> methods = new LinkedHashMap<>();
        Arrays.stream(IidAuthorizationApi.class.getMethods())
                .forEach(method -> operationOf(method, contract)
                        .ifPresent(operation -> methods.put(operation.id(), new ApiMethod(api, method))));
        return methods;
    }

    private static Optional<Operation> operationOf(Method method, Contract contract) {
        RequestMapping mapping = AnnotatedElementUtils.getMergedAnnotation(method, RequestMapping.class);
        return mapping == null ? Optional.empty() : contract.find(mapping.method()[0].name(), mapping.value()[0]);
    }

    Class<?> bodyType() {
        return method.getParameterTypes()[0];
    }

    /** Fails with what the method fails with. */
    ResponseEntity<?> invoke(Object body) {
        @Nullable Object[] arguments = new Object[method.getParameterCount()];
        arguments[0] = body;
        Object answer = ReflectionUtils.invokeMethod(method, api, arguments);
        return (ResponseEntity<?>) Objects.requireNonNull(answer);
    }
}
