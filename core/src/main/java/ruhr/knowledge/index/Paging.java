package ruhr.knowledge.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ruhr.knowledge.value.GeoPoint;

/**
 * Finds the rows of one page, in the order asked for. Rows stand in the order of their names, which breaks all ties; so nothing
 * is ever sorted that is not shown.
 */
final class Paging {

    private final Rows hits;
    private final int offset;
    private final int after;
    private final int limit;
    private final int[] page;
    private int size;

    /**
     * Asks for a page.
     *
     * @param hits the rows of all pages
     * @param offset how many rows come before the page, counted from the start or from behind the cursor
     * @param after the row that the page begins behind, or -1
     * @param limit the most rows of the page
     * @param page where they are put
     */
    Paging(Rows hits, int offset, int after, int limit, int[] page) {
        this.hits = hits;
        this.offset = offset;
        this.after = after;
        this.limit = limit;
        this.page = page;
    }

    int byName() {
        if (limit == 0) {
            return 0;
        }
        switch (hits.form) {
            case ALL -> {
                for (int row = after + 1 + offset; row < hits.count && size < limit; row++) {
                    page[size++] = row;
                }
            }
            case LIST -> {
                int start = after < 0 ? 0 : firstBehind(hits.list, hits.count, after);
                for (int i = start + offset; i < hits.count && size < limit; i++) {
                    page[size++] = hits.list[i];
                }
            }
            case BITS -> take(hits.bits, null, after + 1, offset);
        }
        return size;
    }

    private static int firstBehind(int[] list, int count, int row) {
        int place = Arrays.binarySearch(list, 0, count, row);
        return place < 0 ? ~place : place + 1;
    }

    /**
     * Takes rows onto the page.
     *
     * @param bits the rows
     * @param except rows that are not taken, or null
     * @param from the first row that may be taken
     * @param skipped how many rows are passed over
     * @return how many rows are still to be passed over
     */
    private int take(long[] bits, long @Nullable [] except, int from, int skipped) {
        int skip = skipped;
        for (int at = from >>> 6; at < bits.length && size < limit; at++) {
            long word = except == null ? bits[at] : bits[at] & ~except[at];
            if (at == from >>> 6) {
                word &= -1L << from;
            }
            int rows = Long.bitCount(word);
            if (skip >= rows) {
                skip -= rows;
                continue;
            }
            for (; word != 0 && size < limit; word &= word - 1) {
                if (skip > 0) {
                    skip--;
                } else {
                    page[size++] = (at << 6) + Long.numberOfTrailingZeros(word);
                }
            }
        }
        return skip;
    }

    /**
     * The best tier first.
     *
     * @param tiers for each tier the rows of it or a better one
     */
    int byTier(long[][] tiers, RowAlgebra algebra) {
        int skip = offset;
        long[] better = null;
        boolean behind = after < 0;
        for (int tier = 0; tier < tiers.length && size < limit; tier++) {
            long[] bits = tiers[tier];
            int from = 0;
            if (!behind) {
                behind = (bits[after >>> 6] >>> after & 1) != 0;
                from = after + 1;
            }
            if (behind) {
                Rows here = algebra.and(hits, algebra.borrowed(bits));
                if (here.form == Rows.Form.LIST) {
                    skip = takeListed(here, better, from, skip);
                } else {
                    skip = take(here.bits, better, from, skip);
                }
            }
            better = bits;
        }
        return size;
    }

    private int takeListed(Rows here, long @Nullable [] except, int from, int skipped) {
        int skip = skipped;
        for (int i = 0; i < here.count && size < limit; i++) {
            int row = here.list[i];
            if (row >= from && (except == null || (except[row >>> 6] >>> row & 1) == 0) && --skip < 0) {
                page[size++] = row;
            }
        }
        return Math.max(skip, 0);
    }

    /** The nearest first. */
    int byDistance(Places places, GeoPoint center) {
        if (limit == 0) {
            return 0;
        }
        return places.nearest(center, hits, after, offset, limit, page);
    }

    /** The latest first. */
    int byDay(Newest newest, int rows) {
        int first = after < 0 ? 0 : newest.rank(after) + 1;
        long reach = (long) (offset + limit) * rows / Math.max(1, hits.count);
        if (!hits.isAll() && hits.count > 0 && reach > 4L * hits.count) {
            return byDayOfFew(newest, first);
        }
        int skip = offset;
        for (int rank = first; rank < rows && size < limit; rank++) {
            int row = newest.row(rank);
            if (hits.contains(row) && --skip < 0) {
                page[size++] = row;
            }
        }
        return size;
    }

    private int byDayOfFew(Newest newest, int first) {
        int[] ranks = new int[hits.count];
        int found = 0;
        if (hits.form == Rows.Form.LIST) {
            for (int i = 0; i < hits.count; i++) {
                ranks[found++] = newest.rank(hits.list[i]);
            }
        } else {
            for (int at = 0; at < hits.bits.length; at++) {
                for (long word = hits.bits[at]; word != 0; word &= word - 1) {
                    ranks[found++] = newest.rank((at << 6) + Long.numberOfTrailingZeros(word));
                }
            }
        }
        Arrays.sort(ranks);
        int start = Arrays.binarySearch(ranks, first);
        for (int i = (start < 0 ? ~start : start) + offset; i < found && size < limit; i++) {
            page[size++] = newest.row(ranks[i]);
        }
        return size;
    }
}
