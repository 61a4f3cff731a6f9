package org.ringback;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * A package of the program.
 *
 * @param name below {@code org.ringback}, empty for that itself
 * @param uses the other packages that it may use
 * @param outside what it may use that is not a plain part of Java
 * @param reason why no more than this
 */
record Room(String name, Set<String> uses, Set<Outside> outside, String reason) {

    /** Begins the entry of a package. */
    static Plan room(String name) {
        return new Plan(name, Set.of(), EnumSet.noneOf(Outside.class));
    }

    /** A room that still lacks its reason. */
    record Plan(String name, Set<String> uses, Set<Outside> outside) {

        /** It may use these, whose names stand between spaces. */
        Plan uses(String others) {
            return new Plan(name, Set.of(others.split(" ", -1)), outside);
        }

        Plan outside(Outside... groups) {
            var allowed = EnumSet.noneOf(Outside.class);
            allowed.addAll(Arrays.asList(groups));
            return new Plan(name, uses, allowed);
        }

        Room because(String reason) {
            return new Room(name, uses, outside, reason);
        }
    }
}
