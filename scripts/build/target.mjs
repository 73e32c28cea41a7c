/** The oldest browsers that a tenant may hold: iOS 15 still runs on a phone of 2015. */
export const TARGET = ['safari15', 'chrome94', 'firefox93'];
