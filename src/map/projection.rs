//! From the globe to a plane.

/// A place on the globe, in degrees. Longitudes run from −169 to 191.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LonLat {
    /// East.
    pub lon: f64,
    /// North.
    pub lat: f64,
}

/// A spot on the plane: rightwards and, as on a screen, downwards, in radians at the equator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Rightwards.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// The meridian in the middle of the map.
const MIDDLE: f64 = 11.0;

/// How the globe becomes flat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Projection {
    /// Equal Earth (Šavrič, Patterson and Jenny 2018): areas in proportion, for a picture of the whole.
    EqualEarth,
    /// Meridians and parallels straight and evenly apart, true in scale at 37°: for a map that one moves about in.
    Plain,
}

impl Projection {
    /// Where a place is on the plane.
    pub fn spot(self, place: LonLat) -> Spot {
        let (east, north) = ((place.lon - MIDDLE).to_radians(), place.lat.to_radians());
        match self {
            Self::Plain => Spot { x: east * 37_f64.to_radians().cos(), y: -north },
            Self::EqualEarth => {
                const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];
                let root = 3_f64.sqrt() / 2.0;
                let angle = (root * north.sin()).asin();
                let (two, six) = (angle.powi(2), angle.powi(6));
                let wide = root * (A[0] + 3.0 * A[1] * two + six * (7.0 * A[2] + 9.0 * A[3] * two));
                let high = A[0] + A[1] * two + six * (A[2] + A[3] * two);
                Spot { x: east * angle.cos() / wide, y: -angle * high }
            }
        }
    }
}
