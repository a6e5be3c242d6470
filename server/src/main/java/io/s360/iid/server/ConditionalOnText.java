package io.s360.iid.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Only if a setting is there. One that is empty sets nothing, as a variable that a compose file passes on and nobody has set. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(ConditionalOnText.IsText.class)
@interface ConditionalOnText {

    /** The name of the setting. */
    String value();

    /** Looks at the setting that the annotation names. */
    final class IsText implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata bean) {
            String name = bean.getAnnotations().get(ConditionalOnText.class).getString("value");
            return !context.getEnvironment().getProperty(name, "").isBlank();
        }
    }
}
