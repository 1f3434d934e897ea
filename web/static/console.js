/** What the console does beside plain forms and links; every page works without it. */
