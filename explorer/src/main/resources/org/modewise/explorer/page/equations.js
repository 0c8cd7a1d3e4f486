// What the page says about each equation. The library knows the rest: parameters come with the server's greeting.

export const EQUATIONS = {
    heat: {
        title: 'Heat',
        formula: 'u_t = \\alpha\\,\\Delta u',
        symbol: 's(\\boldsymbol\\kappa) = -\\alpha\\,|\\boldsymbol\\kappa|^2',
        solution: '\\hat u(t) = e^{-\\alpha|\\boldsymbol\\kappa|^2 t}\\,\\hat u(0)',
        slope: '\\tfrac{d}{dt}\\ln\\|u\\|^2 = -2\\alpha(2\\pi)^2 k_{\\mathrm{eff}}^2',
        kept: 'the mean, and with it the mass ∫u. ‖u‖² falls, fine detail first.',
        learning: 'Diffusion models of the variance-exploding kind add noise of growing variance, so the density of '
            + 'the noisy pictures obeys this equation; learning its score is what lets them run it backwards. '
            + 'Blurring the picture itself by heat and learning to undo that works too. In graph networks, layer '
            + 'after layer of averaging over neighbours is heat flow on the graph, and ends in features that are all '
            + 'alike: over-smoothing.',
        sources: [
            ['Song et al. 2021, Score-based generative modeling through SDEs', 'https://arxiv.org/abs/2011.13456'],
            ['Rissanen et al. 2023, Inverse heat dissipation', 'https://arxiv.org/abs/2206.13397'],
            ['Li, Han, Wu 2018, Deeper insights into graph convolutional networks', 'https://arxiv.org/abs/1801.07606'],
        ],
        span: 1,
    },
    transport: {
        title: 'Transport',
        formula: 'u_t + \\mathbf c\\cdot\\nabla u = 0',
        symbol: 's(\\boldsymbol\\kappa) = -i\\,\\mathbf c\\cdot\\boldsymbol\\kappa',
        solution: '\\hat u(t) = e^{-i\\mathbf c\\cdot\\boldsymbol\\kappa t}\\,\\hat u(0)',
        slope: '\\tfrac{d}{dt}\\ln\\|u\\|^2 = 0',
        kept: 'the mass and, below the Nyquist mode, ‖u‖²: every mode turns its phase and keeps its size.',
        learning: 'A continuous normalizing flow moves a simple density into a complicated one along the paths of a '
            + 'learned velocity, by the continuity equation; here the velocity is constant and the paths are '
            + 'straight. Flow matching trains that velocity by plain regression on paths that are known, without '
            + 'solving an equation while it trains.',
        sources: [
            ['Chen et al. 2018, Neural ordinary differential equations', 'https://arxiv.org/abs/1806.07366'],
            ['Lipman et al. 2023, Flow matching for generative modeling', 'https://arxiv.org/abs/2210.02747'],
        ],
        span: 3,
    },
    'ornstein-uhlenbeck': {
        title: 'Ornstein–Uhlenbeck',
        formula: 'p_t = \\theta\\,\\nabla\\cdot\\big((\\mathbf x-\\boldsymbol\\mu)\\,p\\big) + D\\,\\Delta p',
        symbol: '\\hat p_t(\\boldsymbol\\kappa) = \\hat p_0(e^{-\\theta t}\\boldsymbol\\kappa)\\;'
            + 'e^{-i\\boldsymbol\\kappa\\cdot\\boldsymbol\\mu(1-e^{-\\theta t})'
            + ' - \\frac{D}{2\\theta}(1-e^{-2\\theta t})|\\boldsymbol\\kappa|^2}',
        symbolNote: 'not a multiplier alone: space contracts, so modes are read at scaled frequencies.',
        kept: 'the mass on the plane. Every density tends to the Gaussian N(μ, D/θ).',
        learning: 'Denoising diffusion models (DDPM) shrink the data and add noise so that the variance stays bounded; '
            + 'in continuous time that is this process under a change of time, the variance-preserving SDE. Its '
            + 'transition is a Gaussian in closed form, which is why training can jump to any noise level in one step.',
        sources: [
            ['Ho, Jain, Abbeel 2020, Denoising diffusion probabilistic models', 'https://arxiv.org/abs/2006.11239'],
            ['Song et al. 2021, Score-based generative modeling through SDEs', 'https://arxiv.org/abs/2011.13456'],
        ],
        span: 3,
    },
    poisson: {
        title: 'Poisson',
        formula: '-\\Delta u = f,\\qquad \\bar u = 0',
        symbol: '\\hat u = \\hat f \\,/\\, |\\boldsymbol\\kappa|^2,\\quad \\boldsymbol\\kappa \\neq 0',
        kept: 'nothing moves, there is no time. What you paint is f, what you see is u, and its mean is zero.',
        learning: 'Poisson flow generative models read data as electric charges and let samples travel along the field '
            + 'lines, which are the gradient of a solution of this equation in one dimension more. It is the first '
            + 'test, too, of networks that solve equations by minimising an energy, as the deep Ritz method does.',
        sources: [
            ['Xu et al. 2022, Poisson flow generative models', 'https://arxiv.org/abs/2209.11178'],
            ['E and Yu 2018, The deep Ritz method', 'https://arxiv.org/abs/1710.00211'],
        ],
        span: 1,
    },
    burgers: {
        title: 'Burgers',
        formula: '\\begin{aligned} &u_t + u\\,u_x = \\nu\\,u_{xx} \\ \\text{(each row)} \\\\ '
            + '&\\Phi_t + \\tfrac12|\\nabla\\Phi|^2 = \\nu\\,\\Delta\\Phi \\ \\text{(potential)} \\end{aligned}',
        symbol: 'u = -2\\nu\\,\\partial_x \\ln\\varphi,\\qquad \\varphi_t = \\nu\\,\\varphi_{xx}',
        symbolNote: 'no symbol, it is not linear: Cole and Hopf make it a heat equation, which is solved for ln φ.',
        kept: 'as lines, the mean of each row; ‖u‖² falls, fastest in shocks. As a potential, Φ₀ is 0.02 · amplitude · '
            + 'what is painted, and nothing is kept: the mean of Φ falls by ½|∇Φ|², and its range only narrows.',
        learning: 'On [−1, 1], with ν = 0.01/π, this is the test that physics-informed networks were introduced '
            + 'with, since a shock is hard to fit. This torus is half as long: half the velocity and a quarter of ν '
            + 'make the same front here. Fourier neural operators learned the map from the initial line to the line '
            + 'at t = 1 as their first example. Here the answer is exact, to rounding.',
        sources: [
            ['Raissi, Perdikaris, Karniadakis 2019, J. Comput. Phys. 378', 'https://doi.org/10.1016/j.jcp.2018.10.045'],
            ['Li et al. 2021, Fourier neural operator', 'https://arxiv.org/abs/2010.08895'],
        ],
        span: 1,
    },
    wave: {
        title: 'Wave',
        formula: 'u_{tt} = c^2\\,\\Delta u,\\qquad u_t(0) = 0',
        symbol: 's(\\boldsymbol\\kappa) = \\pm i\\,c\\,|\\boldsymbol\\kappa|',
        solution: '\\hat u(t) = \\cos(c|\\boldsymbol\\kappa|t)\\,\\hat u(0)',
        kept: 'the energy ½∫(u_t² + c²|∇u|²) and the mass. ‖u‖² swings.',
        learning: 'Networks of sines (SIREN) were shown on Helmholtz’ and wave equations, because their derivatives '
            + 'are sines again and second derivatives stay well behaved; networks of rectifiers have none to speak '
            + 'of. The same idea recovers an unknown speed of sound from recorded waves.',
        sources: [['Sitzmann et al. 2020, Implicit neural representations with periodic activation functions',
            'https://arxiv.org/abs/2006.09661']],
        span: 3,
    },
};
