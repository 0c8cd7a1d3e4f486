import org.modewise.core.*;
import org.modewise.fft.*;
import org.modewise.pde.*;
import org.modewise.siren.*;
import org.modewise.siren.optimizer.*;
