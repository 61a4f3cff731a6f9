package org.ringback.handbook;

import java.util.List;

/**
 * To which requests a code can be the response.
 *
 * @param only just these; empty means any but the excepted
 * @param except never to these
 * @param mainly where it is met in practice
 * @param formerly to which old equipment still sends it, against what is written today
 */
public record Methods(List<String> only, List<String> except, List<String> mainly, List<String> formerly) {

    public Methods {
        only = only == null ? List.of() : List.copyOf(only);
        except = except == null ? List.of() : List.copyOf(except);
        mainly = mainly == null ? List.of() : List.copyOf(mainly);
        formerly = formerly == null ? List.of() : List.copyOf(formerly);
    }

    /** Whether the code can be the response to this method, going by what is written today. */
    boolean mayBe(String method) {
        return only.isEmpty() ? !except.contains(method) : only.contains(method);
    }
}
