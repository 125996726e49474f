package ruhr.knowledge.index;

/** A circle or a box on the earth. */
interface Area {

    /** Returns the southernmost latitude in degrees, or less. */
    double south();

    /** Returns the northernmost latitude in degrees, or more. */
    double north();

    /**
     * Says which stretch of a band of latitudes lies within.
     *
     * @param south the southern edge of the band in degrees
     * @param north its northern edge
     * @param band what is said; overwritten
     */
    void cross(double south, double north, Band band);

    /** Tells whether a place lies within; coordinates in steps, see {@link Places}. */
    boolean holds(int latitude, int longitude);
}
