"""The Báo cáo sơ kết and the Báo cáo tổng kết: several years looked back on."""
