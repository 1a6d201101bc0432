/** Why a chat endpoint gave no answer one can use. Its words are ours: neither key nor anything the endpoint wrote. */
export class ChatFailure extends Error {
  override readonly name = 'ChatFailure';
}
