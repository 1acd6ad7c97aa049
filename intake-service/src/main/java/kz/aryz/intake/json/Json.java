package kz.aryz.intake.json;

import java.util.List;

/**
 * A JSON value as it came. Unlike a usual tree it loses nothing: repeated names stay, and a number keeps its letters.
 * Immutable. {@code toString} tells the kind only, because the content is somebody's complaint.
 */
public sealed interface Json {

    /** An object; names may repeat. */
    record Obj(List<Member> members) implements Json {
        public Obj {
            members = List.copyOf(members);
        }

        @Override
        public String toString() {
            return "object";
        }
    }

    /** A name and a value in an object. */
    record Member(String name, Json value) {
        @Override
        public String toString() {
            return "member";
        }
    }

    /** An array. */
    record Arr(List<Json> items) implements Json {
        public Arr {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return "array";
        }
    }

    /** A string. */
    record Text(String value) implements Json {
        @Override
        public String toString() {
            return "string";
        }
    }

    /** A number by its letters, which may be longer or finer than any type of Java holds. */
    record Num(String letters) implements Json {
        @Override
        public String toString() {
            return "number";
        }
    }

    /** True or false. */
    record Bool(boolean value) implements Json {
        @Override
        public String toString() {
            return "boolean";
        }
    }

    /** Nothing. */
    record Null() implements Json {}
}
