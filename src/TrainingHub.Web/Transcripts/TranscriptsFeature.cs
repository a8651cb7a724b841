namespace TrainingHub.Transcripts;

internal static class TranscriptsFeature
{
    extension(IServiceCollection services)
    {
        public void AddTranscripts()
        {
            services.AddScoped<ScoreQuery>();
            services.AddScoped<TranscriptReads>();
            services.AddScoped<TranscriptWords>();
            services.AddScoped<PaperSheets>();
        }
    }
}
