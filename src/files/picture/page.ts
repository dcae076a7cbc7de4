/** Of every picture: a README shows it at this width, so that a text is as large there as it is here. */
export const width = 840;
/** Boxes; left of them are the headings of frames, right of them lines pass. */
export const content = { x: 216, right: 736 } as const;
/** The last place for a line right of the boxes, within all frames. */
export const gutter = 798;
/** Between two boxes, and between three: lines pass there. */
export const spaces: Readonly<Record<number, number>> = { 2: 50, 3: 22 };
