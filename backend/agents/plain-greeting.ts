/** How an assistant greets that has no first question of its own. */
export const plainGreeting = (greeting: string) => greeting.trim() || 'Hello. How can we help you?';
