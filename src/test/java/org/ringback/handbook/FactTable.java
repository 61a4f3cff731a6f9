package org.ringback.handbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A table of verified facts in the test resources: each row by column name. */
final class FactTable {

    private static final Pattern TAB = Pattern.compile("\t");

    private FactTable() {}

    static List<Map<String, String>> rows(String name) {
        List<String> lines = read("/facts/" + name + ".tsv").lines().toList();
        String[] columns = TAB.split(lines.getFirst(), -1);
        return lines.stream()
                .skip(1)
                .map(line -> row(columns, TAB.split(line, -1)))
                .toList();
    }

    /** The rows of a table with one row per code. */
    static Map<Integer, Map<String, String>> byCode(String name) {
        return rows(name).stream()
                .collect(Collectors.toMap(
                        row -> Integer.valueOf(row.get("code")), row -> row, (one, other) -> one, LinkedHashMap::new));
    }

    private static Map<String, String> row(String[] columns, String[] cells) {
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < columns.length; i++) {
            row.put(columns[i], i < cells.length ? cells[i].strip() : "");
        }
        return row;
    }

    private static String read(String file) {
        try (InputStream in = FactTable.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
