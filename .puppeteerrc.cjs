// The tests use the system's Firefox; the install must not download a browser.
module.exports = { skipDownload: true };
