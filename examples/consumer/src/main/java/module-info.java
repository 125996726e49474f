/** A city's portal. */
module com.example.portal {
    requires ruhr.knowledge;
}
