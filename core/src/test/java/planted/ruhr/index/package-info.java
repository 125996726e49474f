/** As it should be. */
@NullMarked
package planted.ruhr.index;

import org.jspecify.annotations.NullMarked;
