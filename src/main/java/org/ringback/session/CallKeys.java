package org.ringback.session;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * By what a call is known when its files are read once more. A key tells nothing of the call: it may be written into the
 * settings.
 */
final class CallKeys {

    private final Map<String, CallRow> rows = new HashMap<>();
    private final Map<CallRow, String> keys = new HashMap<>();

    /** Of all calls, in order of their start: a Call-ID that occurs again is told by its number. */
    CallKeys(List<CallRow> all) {
        Map<String, Integer> times = new HashMap<>();
        for (CallRow row : all) {
            String name = row.call().callId() + '\n' + row.call().method();
            String key = Digest.of((name + '\n' + times.merge(name, 1, Integer::sum)).getBytes(StandardCharsets.UTF_8));
            rows.put(key, row);
            keys.put(row, key);
        }
    }

    /** The calls that are known by these keys, as far as they are there. */
    List<CallRow> rows(Set<String> wanted) {
        return found(rows, wanted);
    }

    /** The keys of some of the calls. */
    List<String> of(Collection<CallRow> some) {
        return found(keys, some);
    }

    private static <K, V> List<V> found(Map<K, V> in, Collection<K> wanted) {
        Function<K, V> get = in::get;
        return wanted.stream().filter(in::containsKey).map(get).toList();
    }
}
