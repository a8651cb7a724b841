namespace TrainingHub.Contests.Speeches;

internal static class SpeechesFeature
{
    extension(IServiceCollection services)
    {
        public void AddSpeechContests()
        {
            services.AddScoped<FindSpeeches>();
            services.AddScoped<SpeechRankingQuery>();
            services.AddScoped<SpeechLogQuery>();
            services.AddScoped<SpeechListQuery>();
            services.AddScoped<SpeechPageQuery>();
            services.AddScoped<EntryPageQuery>();
            services.AddScoped<RecordingQuery>();
            services.AddScoped<CreateSpeeches>();
            services.AddScoped<ChangeSpeeches>();
            services.AddScoped<EnterSpeech>();
            services.AddScoped<ScoreSpeech>();
        }
    }
}
