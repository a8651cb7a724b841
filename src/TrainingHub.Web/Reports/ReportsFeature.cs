namespace TrainingHub.Reports;

internal static class ReportsFeature
{
    extension(IServiceCollection services)
    {
        public void AddReports()
        {
            services.AddScoped<ReportedFiguresQuery>();
            services.AddScoped<FigureUnits>();
            services.AddScoped<KeepScan>();
            services.AddScoped<EnterReportedFigure>();
            services.AddScoped<WithdrawReportedFigure>();
            services.AddSingleton<ReportSignal>();
            services.AddScoped<ReportTargets>();
            services.AddScoped<KeepReportNames>();
            services.AddScoped<KeptNamesQuery>();
            services.AddScoped<CountTargetPart>();
            services.AddScoped<CountActivityPart>();
            services.AddScoped<MakeReport>();
            services.AddScoped<ContinueReports>();
            services.AddScoped<ReportsQuery>();
            services.AddScoped<ReportColumnsQuery>();
            services.AddScoped<KeepColumns>();
            services.AddScoped<ReportWriting>();
            services.AddScoped<ReportWorkbook>();
            services.AddScoped<ForecastQuery>();
            services.AddScoped<FinalsQuery>();
            services.AddScoped<FinalWriting>();
            services.AddScoped<FinalWorkbook>();
            services.AddHostedService<ReportPump>();
        }
    }
}
