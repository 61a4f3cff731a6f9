package org.ringback.handbook;

import java.util.List;

/**
 * To which requests a code can be the response.
 *
 * @param only just these; empty means any but the excepted
 * @param except never to these
 * @param mainly where it is met in practice
 */
public record Methods(List<String> only, List<String> except, List<String> mainly) {

    public Methods {
        only = only == null ? List.of() : List.copyOf(only);
        except = except == null ? List.of() : List.copyOf(except);
        mainly = mainly == null ? List.of() : List.copyOf(mainly);
    }
}
