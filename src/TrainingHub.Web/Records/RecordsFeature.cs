namespace TrainingHub.Records;

internal static class RecordsFeature
{
    extension(IServiceCollection services)
    {
        public void AddRecords()
        {
            services.AddScoped<LearningQuery>();
            services.AddScoped<KeepProof>();
            services.AddScoped<TellRevoked>();
            services.AddScoped<AppendRevocation>();
            services.AddScoped<RevokeRecord>();
            services.AddScoped<RevocationQuery>();
            services.AddScoped<TranscriptQuery>();
            services.AddScoped<LedgerQuery>();
            services.AddScoped<SealLedger>();
            services.AddScoped<VerifyLedger>();
            services.AddHostedService<LedgerSealer>();
        }
    }
}
