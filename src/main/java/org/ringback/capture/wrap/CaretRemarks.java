package org.ringback.capture.wrap;

import java.util.List;

/** What somebody has written behind the {@code ^M} that an editor shows for a carriage return. */
final class CaretRemarks extends LineWrapping {

    private static final int SURE = 2;

    @Override
    boolean isAround(List<Row> rows) {
        return rows.stream()
                        .filter(row -> row.text().endsWith("^M"))
                        .limit(SURE)
                        .count()
                == SURE;
    }

    @Override
    String peel(String line) {
        int mark = line.lastIndexOf("^M");
        boolean remark = mark > 0 && mark + 2 < line.length() && line.charAt(mark + 2) == ' ';
        return remark ? line.substring(0, mark + 2) : line;
    }
}
