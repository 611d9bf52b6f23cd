let times = $state(0)

/** How often the catalogue changed; who shows it reads this, and so reads the catalogue again. */
export const catalogueChanges = {
  get times(): number {
    return times
  },
  happened(): void {
    times += 1
  },
}
