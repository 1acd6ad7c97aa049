package kz.aryz.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** The environment that the tests of a class share with those of other classes. They may ask for no other. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(OneAtATime.class)
public @interface Uses {

    /** Whose {@code get()} the tests call. */
    Class<? extends AutoCloseable> value();
}
