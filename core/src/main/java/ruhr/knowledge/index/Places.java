package ruhr.knowledge.index;

import ruhr.knowledge.filter.Filter;
import ruhr.knowledge.value.GeoPoint;

final class Places {
    static final class Builder {
        Builder(int rows) {}

        void add(int row, GeoPoint p) {}

        Places build() {
            return new Places();
        }
    }

    long bytes() {
        return 0;
    }

    void addWithin(Filter.Near n, long[] b) {}

    void addWithin(Filter.Box n, long[] b) {}

    boolean isWithin(Filter.Near n, int r) {
        return false;
    }

    boolean isWithin(Filter.Box n, int r) {
        return false;
    }

    int nearest(GeoPoint c, long[] b, int after, int o, int l, int[] p) {
        return 0;
    }

    int nearest(GeoPoint c, int[] list, int n, int after, int o, int l, int[] p) {
        return 0;
    }
}
