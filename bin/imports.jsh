import org.modewise.core.*;
import org.modewise.fft.*;
import org.modewise.pde.*;
