namespace TrainingHub.Quizzes;

internal static class QuizzesFeature
{
    extension(IServiceCollection services)
    {
        public void AddQuizzes()
        {
            _ = services;
        }
    }
}
