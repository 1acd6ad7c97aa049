package kz.aryz.quickstart.signin;

import java.util.Arrays;
import java.util.Iterator;
import kz.aryz.access.Role;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Roles by what an identity provider calls them. */
final class RoleCodes implements ITypeConverter<Role>, Iterable<String> {

    @Override
    public Role convert(String code) {
        return Role.of(code)
                .orElseThrow(() ->
                        new TypeConversionException("'" + code + "' is no role. Roles: " + String.join(", ", this)));
    }

    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(Role.values()).map(Role::code).iterator();
    }
}
