package io.s360.iid.mock.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test a mock of its own, as a parameter of type {@link MockTenant}. All tests share one server, which is started by
 * the first; each has a tenant with the demo data, a clock and ids that are the same in every run, and so they may run in
 * parallel. On a method it goes before that of the class.
 *
 * <pre>
 * &#64;S360Mock
 * class LogoutTest {
 *
 *     &#64;Test
 *     void asksForANewSignInWhenTheSessionIsOver(MockTenant mock) {
 *         Portal portal = new Portal(mock.baseUri());
 *         mock.clock().advance(Duration.ofMinutes(16));
 *         ...
 * </pre>
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(S360MockExtension.class)
public @interface S360Mock {

    /** Resources that are there from the start beside the demo data: a JSON file on the class path, relative to the test class. */
    String state() default "";

    /** When each test begins, as {@code 2026-01-15T08:00:00Z}; the clock then stands still. By the clock of the machine if empty. */
    String now() default "";
}
